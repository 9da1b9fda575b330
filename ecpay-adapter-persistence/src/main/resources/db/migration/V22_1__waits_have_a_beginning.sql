-- A step that waits says since when. Of those that wait already nobody wrote it down: from now on.

UPDATE refund_step
SET facts = facts || jsonb_build_object('at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
WHERE state = 'WAITING';
