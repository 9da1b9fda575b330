package ecpay.sandbox.ledger.period;

import ecpay.sandbox.ledger.card.Authorization;

/**
 * One charge of a contract, done or refused by the bank.
 *
 * @param number 1 for the first
 * @param authorization the bank's answer, with the charge's own TradeNo, time and amount
 */
public record PeriodCharge(int number, Authorization authorization) {
  public boolean isDone() {
    return !authorization.authCode().isEmpty();
  }
}
