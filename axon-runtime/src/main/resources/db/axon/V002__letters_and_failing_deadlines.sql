-- A saga's processor has several segments, and each handles all events: a letter belongs to one.
ALTER TABLE dead_letter ADD COLUMN segment integer NOT NULL DEFAULT 0;
ALTER TABLE dead_letter DROP CONSTRAINT dead_letter_processor_position_key;
ALTER TABLE dead_letter ADD UNIQUE (processor, segment, position);
DROP INDEX dead_letter_open;
CREATE INDEX dead_letter_open ON dead_letter (processor, segment, sequence, position) WHERE discarded_at IS NULL;

-- A replay ends with the first event that fails, and its progress is positions of the log.
ALTER TABLE rebuild DROP COLUMN events_done, DROP COLUMN events_failed;

CREATE INDEX scheduled_tasks_failing ON scheduled_tasks (consecutive_failures) WHERE consecutive_failures > 0;
