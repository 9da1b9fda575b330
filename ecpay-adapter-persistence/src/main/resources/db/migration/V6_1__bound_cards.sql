-- Cards that members have bound at ECPay. Their ids are encrypted; Tokens go as soon as they are used.

CREATE TABLE bound_card (
  merchant_id text NOT NULL,
  id text NOT NULL UNIQUE,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  member_id text NOT NULL,
  trade_no text NOT NULL,
  started_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN
    ('OPENING', 'OPEN', 'SUBMITTED', 'AWAITING_MEMBER', 'CLAIMED', 'BOUND', 'DELETING', 'DELETED',
     'FAILED')),
  token text,
  usable_until timestamptz,
  bank_page text,
  at timestamptz,
  bind_card_id bytea,
  last_four text,
  deleting_since timestamptz,
  failure_code text,
  failure_message text,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, trade_no),
  CHECK ((state = 'OPEN') = (token IS NOT NULL)),
  CHECK ((state IN ('CLAIMED', 'BOUND', 'DELETING')) = (bind_card_id IS NOT NULL)),
  CHECK ((state = 'FAILED') = (failure_code IS NOT NULL))
);
CREATE INDEX ON bound_card (merchant_id, member_id);
