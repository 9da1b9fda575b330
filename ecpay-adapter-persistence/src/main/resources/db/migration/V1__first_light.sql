-- The books. Every key begins with the merchant, so that the tables can be spread over nodes by it.
-- Money is whole TWD. A document that is only ever read whole is jsonb; what is searched or summed
-- is a column. "entry" tells which row of an order came first.

CREATE TABLE orders (
  merchant_id   text        NOT NULL,
  id            text        NOT NULL,
  reference     text        NOT NULL,
  total         bigint      NOT NULL CHECK (total > 0),
  content       jsonb       NOT NULL,
  placed_at     timestamptz NOT NULL,
  paid_trade_no text,
  paid_at       timestamptz,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, reference),
  CHECK ((paid_trade_no IS NULL) = (paid_at IS NULL))
);

CREATE TABLE payment (
  merchant_id     text        NOT NULL,
  id              text        NOT NULL,
  order_id        text        NOT NULL,
  entry           bigint      GENERATED ALWAYS AS IDENTITY,
  trade_no        text        NOT NULL,
  amount          bigint      NOT NULL CHECK (amount > 0),
  methods         text        NOT NULL,
  started_at      timestamptz NOT NULL,
  state           text        NOT NULL CHECK (state IN
    ('OPENING', 'OPEN', 'SUBMITTED', 'AWAITING_BUYER', 'AWAITING_MONEY', 'PAID', 'FAILED', 'EXPIRED')),
  token           text,
  usable_until    timestamptz,
  submitted_at    timestamptz,
  bank_page       text,
  buyer_sent_at   timestamptz,
  ecpay_trade_no  text,
  instructions    jsonb,
  trade           jsonb,
  failure_code    text,
  failure_message text,
  expired_at      timestamptz,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, trade_no),
  FOREIGN KEY (merchant_id, order_id) REFERENCES orders,
  CHECK ((state = 'OPEN') = (token IS NOT NULL AND usable_until IS NOT NULL)),
  CHECK ((state = 'SUBMITTED') = (submitted_at IS NOT NULL)),
  CHECK ((state = 'AWAITING_BUYER') = (bank_page IS NOT NULL AND buyer_sent_at IS NOT NULL)),
  CHECK ((state = 'AWAITING_MONEY') = (instructions IS NOT NULL)),
  CHECK ((state = 'PAID') = (trade IS NOT NULL)),
  CHECK ((state = 'FAILED') = (failure_code IS NOT NULL AND failure_message IS NOT NULL)),
  CHECK ((state = 'EXPIRED') = (expired_at IS NOT NULL))
);
-- The buyer's page knows nothing but the payment's id.
CREATE UNIQUE INDEX payment_id ON payment (id);
CREATE INDEX payment_of_order ON payment (merchant_id, order_id, entry);

CREATE TABLE invoice (
  merchant_id     text        NOT NULL,
  id              text        NOT NULL,
  order_id        text        NOT NULL,
  relate_number   text        NOT NULL,
  sales_amount    bigint      NOT NULL CHECK (sales_amount > 0),
  document        jsonb       NOT NULL,
  requested_at    timestamptz NOT NULL,
  state           text        NOT NULL CHECK (state IN
    ('REQUESTED', 'UNKNOWN', 'ISSUED', 'REFUSED')),
  sent_at         timestamptz,
  unknown_reason  text,
  resendable      boolean,
  number          text,
  issued_at       timestamptz,
  random_number   text,
  refusal_code    text,
  refusal_message text,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, order_id),
  UNIQUE (merchant_id, relate_number),
  UNIQUE (merchant_id, number),
  FOREIGN KEY (merchant_id, order_id) REFERENCES orders,
  CHECK (state = 'REQUESTED' OR sent_at IS NULL),
  CHECK ((state = 'UNKNOWN') = (unknown_reason IS NOT NULL AND resendable IS NOT NULL)),
  CHECK ((state = 'ISSUED')
    = (number IS NOT NULL AND issued_at IS NOT NULL AND random_number IS NOT NULL)),
  CHECK ((state = 'REFUSED') = (refusal_code IS NOT NULL AND refusal_message IS NOT NULL))
);

CREATE TABLE allowance (
  merchant_id     text        NOT NULL,
  id              text        NOT NULL,
  order_id        text        NOT NULL,
  entry           bigint      GENERATED ALWAYS AS IDENTITY,
  reference       text        NOT NULL,
  invoice_number  text        NOT NULL,
  amount          bigint      NOT NULL CHECK (amount > 0),
  document        jsonb       NOT NULL,
  requested_at    timestamptz NOT NULL,
  state           text        NOT NULL CHECK (state IN
    ('REQUESTED', 'UNKNOWN', 'AWAITING_CONSENT', 'ISSUED', 'CANCELLED', 'EXPIRED', 'VOIDED',
     'REFUSED')),
  sent_at         timestamptz,
  unknown_reason  text,
  unknown_since   timestamptz,
  resendable      boolean,
  number          text,
  deadline        timestamptz,
  issued_at       timestamptz,
  end_reason      text,
  ended_at        timestamptz,
  refusal_code    text,
  refusal_message text,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, order_id, reference),
  UNIQUE (merchant_id, number),
  FOREIGN KEY (merchant_id, order_id) REFERENCES orders,
  CHECK (state = 'REQUESTED' OR sent_at IS NULL),
  CHECK ((state = 'UNKNOWN')
    = (unknown_reason IS NOT NULL AND unknown_since IS NOT NULL AND resendable IS NOT NULL)),
  CHECK ((number IS NOT NULL) OR state IN ('REQUESTED', 'UNKNOWN', 'EXPIRED', 'REFUSED')),
  CHECK ((state = 'AWAITING_CONSENT') = (deadline IS NOT NULL)),
  CHECK ((state = 'ISSUED') = (issued_at IS NOT NULL)),
  CHECK ((state IN ('CANCELLED', 'VOIDED')) = (end_reason IS NOT NULL)),
  CHECK ((state IN ('CANCELLED', 'VOIDED', 'EXPIRED')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'REFUSED') = (refusal_code IS NOT NULL AND refusal_message IS NOT NULL))
);
CREATE INDEX allowance_of_order ON allowance (merchant_id, order_id, entry);
CREATE INDEX allowance_unconfirmed ON allowance (merchant_id, invoice_number, entry)
  WHERE state IN ('REQUESTED', 'UNKNOWN');

CREATE TABLE notification (
  merchant_id    text        NOT NULL,
  id             text        NOT NULL,
  order_id       text        NOT NULL,
  entry          bigint      GENERATED ALWAYS AS IDENTITY,
  invoice_number text        NOT NULL,
  notice         jsonb       NOT NULL,
  requested_at   timestamptz NOT NULL,
  outcome        text        NOT NULL CHECK (outcome IN
    ('REQUESTED', 'SENT', 'REFUSED', 'NOT_SENT', 'UNKNOWN')),
  detail         text        NOT NULL,
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, order_id) REFERENCES orders
);
CREATE INDEX notification_of_order ON notification (merchant_id, order_id, entry);

-- The sequence is given when an event is appended, not when it is committed: of two events that are
-- appended at once the later number may be visible first.
CREATE TABLE event_log (
  merchant_id text        NOT NULL,
  sequence    bigint      GENERATED ALWAYS AS IDENTITY,
  order_id    text,
  at          timestamptz NOT NULL,
  kind        text        NOT NULL,
  body        jsonb       NOT NULL,
  PRIMARY KEY (merchant_id, sequence)
);
CREATE INDEX event_log_of_order ON event_log (merchant_id, order_id, sequence);

CREATE FUNCTION refuse_to_change_the_past() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'event_log is append-only';
END
$$;
CREATE TRIGGER event_log_is_append_only BEFORE UPDATE OR DELETE ON event_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_past();

CREATE TABLE inbox (
  merchant_id  text        NOT NULL,
  callback     text        NOT NULL,
  subject      text        NOT NULL,
  result_code  text        NOT NULL,
  ecpay_number text        NOT NULL,
  body         bytea       NOT NULL,
  received_at  timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, callback, subject, result_code, ecpay_number)
);

-- A ring: the slots are filled one after the other and then again, so that only the newest stay.
CREATE TABLE refused_notice (
  merchant_id text        NOT NULL,
  slot        bigint      NOT NULL UNIQUE,
  callback    text        NOT NULL,
  reason      text        NOT NULL,
  body        bytea       NOT NULL CHECK (length(body) <= 4096),
  received_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, slot)
);
CREATE SEQUENCE refused_notice_entry;

CREATE TABLE call_journal (
  merchant_id text        NOT NULL,
  id          bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  order_id    text        NOT NULL,
  operation   text        NOT NULL,
  opened_at   timestamptz NOT NULL,
  closed_at   timestamptz,
  outcome     text        NOT NULL DEFAULT '',
  detail      text        NOT NULL DEFAULT '',
  PRIMARY KEY (merchant_id, id),
  CHECK ((closed_at IS NULL) = (outcome = ''))
);
CREATE INDEX call_journal_of_order ON call_journal (merchant_id, order_id, id);

CREATE TABLE api_key (
  merchant_id text        NOT NULL,
  key_hash    bytea       NOT NULL UNIQUE CHECK (length(key_hash) = 32),
  created_at  timestamptz NOT NULL,
  note        text        NOT NULL DEFAULT '',
  PRIMARY KEY (merchant_id, key_hash)
);

-- The table that db-scheduler 16 works on; its shape is the library's, not ours.
CREATE TABLE scheduled_tasks (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time);
CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat);
CREATE INDEX priority_execution_time_idx ON scheduled_tasks (priority DESC, execution_time ASC);
