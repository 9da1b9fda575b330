-- What went back to buyers by our own refunds, one row per finished step that moves money. Whoever
-- sums or looks for it reads this view, so that one place says which steps those are: undoing a
-- capture moves none.

CREATE VIEW money_back AS
SELECT r.merchant_id, r.payment_id, s.act, s.amount
FROM refund r
JOIN refund_step s ON s.merchant_id = r.merchant_id AND s.refund_id = r.id
WHERE s.state = 'DONE' AND s.act IN ('ABANDON', 'REFUND_CARD', 'PAY_BY_HAND');

-- Every line of a statement file asks for the refunds of its payment.
CREATE INDEX refund_of_payment ON refund (merchant_id, payment_id);
