-- When somebody was born, for retirement ahead and for age bands; read by the person and by HR alone.
ALTER TABLE person ADD COLUMN birth_year BIGINT;
