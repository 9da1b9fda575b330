-- When a step of a refund was done, so that refunds which no statement file tells of are found.

ALTER TABLE refund_step ADD COLUMN done_at timestamptz;
UPDATE refund_step SET done_at = (facts ->> 'at')::timestamptz WHERE state = 'DONE';
ALTER TABLE refund_step ADD CHECK ((state = 'DONE') = (done_at IS NOT NULL));
CREATE INDEX refund_step_back ON refund_step (merchant_id, done_at)
  WHERE state = 'DONE' AND act = 'REFUND_CARD';

CREATE OR REPLACE VIEW money_back AS
SELECT r.merchant_id, r.payment_id, s.act, s.amount, s.done_at
FROM refund r
JOIN refund_step s ON s.merchant_id = r.merchant_id AND s.refund_id = r.id
WHERE s.state = 'DONE' AND s.act IN ('ABANDON', 'REFUND_CARD', 'PAY_BY_HAND');
