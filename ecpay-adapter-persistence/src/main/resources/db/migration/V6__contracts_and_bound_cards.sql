-- A periodic contract: a card that is charged again and again. Its charges are orders of their own.

CREATE TABLE periodic_contract (
  merchant_id text NOT NULL,
  trade_no text NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  order_id text NOT NULL,
  payment_id text NOT NULL,
  unit text NOT NULL CHECK (unit IN ('DAY', 'MONTH', 'YEAR')),
  frequency integer NOT NULL CHECK (frequency >= 1),
  times integer NOT NULL CHECK (times BETWEEN 2 AND 999),
  channel text NOT NULL CHECK (channel IN ('EMBEDDED', 'HOSTED')),
  amount bigint NOT NULL CHECK (amount > 0),
  begun_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('RUNNING', 'STOPPED', 'FINISHED')),
  progress jsonb NOT NULL,
  PRIMARY KEY (merchant_id, trade_no),
  FOREIGN KEY (merchant_id, order_id) REFERENCES orders (merchant_id, id)
);
CREATE INDEX ON periodic_contract (merchant_id, order_id);
