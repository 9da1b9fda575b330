-- Money that goes back, with the documents that follow it, step by step.

CREATE TABLE refund (
  merchant_id       text        NOT NULL,
  id                text        NOT NULL,
  order_id          text        NOT NULL,
  payment_id        text        NOT NULL,
  entry             bigint      GENERATED ALWAYS AS IDENTITY,
  reference         text        NOT NULL,
  wish              jsonb       NOT NULL,
  of_order          boolean     NOT NULL,
  everything        boolean     NOT NULL,
  paid              bigint      NOT NULL,
  refunded_before   bigint      NOT NULL CHECK (refunded_before >= 0),
  amount            bigint      NOT NULL CHECK (amount > 0),
  status            text        NOT NULL CHECK (status IN
    ('UNDER_WAY', 'STOPPED', 'CANCELLING', 'CANCELLED', 'DONE')),
  stop_code         text,
  stop_message      text,
  ended_at          timestamptz,
  waits_for_a_person boolean    NOT NULL,
  started_at        timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, order_id, reference),
  FOREIGN KEY (merchant_id, order_id) REFERENCES orders,
  FOREIGN KEY (merchant_id, payment_id) REFERENCES payment,
  CHECK (refunded_before + amount <= paid),
  CHECK ((status = 'STOPPED') = (stop_code IS NOT NULL AND stop_message IS NOT NULL)),
  CHECK ((status IN ('CANCELLED', 'DONE')) = (ended_at IS NOT NULL))
);

-- One refund of an order at a time; and no two start from the same sum, so that together they never
-- give back more than was paid.
CREATE UNIQUE INDEX refund_open ON refund (merchant_id, order_id)
  WHERE status IN ('UNDER_WAY', 'STOPPED', 'CANCELLING');
CREATE UNIQUE INDEX refund_sum ON refund (merchant_id, payment_id, refunded_before)
  WHERE status <> 'CANCELLED';
CREATE INDEX refund_task ON refund (merchant_id, id) WHERE waits_for_a_person;

CREATE TABLE refund_step (
  merchant_id text    NOT NULL,
  refund_id   text    NOT NULL,
  place       integer NOT NULL CHECK (place >= 1),
  number      integer NOT NULL CHECK (number >= 1),
  act         text    NOT NULL CHECK (act IN
    ('ABANDON', 'CANCEL_CAPTURE', 'REFUND_CARD', 'PAY_BY_HAND', 'VOID_INVOICE', 'ISSUE_ALLOWANCE',
     'CANCEL_SCHEDULED_INVOICE', 'WITHHOLD')),
  amount      bigint  NOT NULL CHECK (amount > 0),
  content     jsonb   NOT NULL,
  state       text    NOT NULL CHECK (state IN
    ('DUE', 'WAITING', 'SENT', 'LOST', 'DONE', 'FAILED')),
  facts       jsonb   NOT NULL,
  PRIMARY KEY (merchant_id, refund_id, place),
  UNIQUE (merchant_id, refund_id, number),
  FOREIGN KEY (merchant_id, refund_id) REFERENCES refund
);
