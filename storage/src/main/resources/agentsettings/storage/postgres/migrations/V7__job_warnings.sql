-- How many rows of a job are warned of, and whose faults are whose.
ALTER TABLE job ADD COLUMN rows_warned bigint NOT NULL DEFAULT 0;
ALTER TABLE job_fault ADD COLUMN user_id text COLLATE "C";
