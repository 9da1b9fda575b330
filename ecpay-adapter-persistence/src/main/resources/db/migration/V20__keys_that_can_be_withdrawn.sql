-- An API key has an id and a name to speak of it, and an end. A withdrawn one keeps no hash: it
-- opens nothing, whoever looks, a node of an earlier version too.

ALTER TABLE api_key RENAME COLUMN note TO name;
ALTER TABLE api_key ADD COLUMN id text;
ALTER TABLE api_key ADD COLUMN added_by text;
ALTER TABLE api_key ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE api_key ADD COLUMN withdrawn_by text;

UPDATE api_key SET
  id = upper(left(replace(gen_random_uuid()::text, '-', ''), 26)),
  name = CASE WHEN trim(name) = '' THEN 'first' ELSE left(name, 50) END;

ALTER TABLE api_key ALTER COLUMN name DROP DEFAULT;
ALTER TABLE api_key ADD CHECK (length(name) BETWEEN 1 AND 50);
ALTER TABLE api_key ALTER COLUMN id SET NOT NULL;
ALTER TABLE api_key DROP CONSTRAINT api_key_pkey;
ALTER TABLE api_key ADD PRIMARY KEY (merchant_id, id);
ALTER TABLE api_key ALTER COLUMN key_hash DROP NOT NULL;
ALTER TABLE api_key ADD CONSTRAINT api_key_withdrawn_check
  CHECK ((withdrawn_at IS NULL) = (key_hash IS NOT NULL));
