-- A round may ask about what a goal needs; its skills are those of the day it opens.
ALTER TABLE round ADD COLUMN goal BIGINT REFERENCES goal(id);
