-- For statistics over many: whether women and men are given the same. Read by the person and by HR alone.
ALTER TABLE person ADD COLUMN gender TEXT NOT NULL DEFAULT 'unstated';
