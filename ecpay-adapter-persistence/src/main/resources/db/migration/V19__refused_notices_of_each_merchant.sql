-- The newest refused notices of each merchant, equal ones once: nobody can wipe those of the others.

DELETE FROM refused_notice old USING refused_notice newer
WHERE old.merchant_id = newer.merchant_id AND old.callback = newer.callback
  AND old.reason = newer.reason AND old.body = newer.body
  AND (old.received_at, old.slot) < (newer.received_at, newer.slot);

ALTER TABLE refused_notice DROP CONSTRAINT refused_notice_pkey;
ALTER TABLE refused_notice DROP CONSTRAINT refused_notice_slot_key;
ALTER TABLE refused_notice ADD COLUMN entry bigint;
UPDATE refused_notice SET entry = numbered.entry
FROM (SELECT slot, row_number() OVER (ORDER BY received_at, slot) AS entry FROM refused_notice)
  AS numbered
WHERE refused_notice.slot = numbered.slot;
SELECT setval('refused_notice_entry', greatest(
  (SELECT last_value FROM refused_notice_entry), (SELECT count(*) FROM refused_notice)));
ALTER TABLE refused_notice DROP COLUMN slot;
ALTER TABLE refused_notice ADD PRIMARY KEY (merchant_id, entry);

-- SHA-256 of the whole body, of which the beginning is kept.
ALTER TABLE refused_notice ADD COLUMN body_hash bytea;
UPDATE refused_notice SET body_hash = sha256(body);
ALTER TABLE refused_notice ALTER COLUMN body_hash SET NOT NULL;
ALTER TABLE refused_notice ADD CHECK (length(body_hash) = 32);
ALTER TABLE refused_notice ADD UNIQUE (merchant_id, callback, reason, body_hash);
