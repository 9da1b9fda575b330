package ecpay.domain.reconciliation;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;

/**
 * Port: where statement files come from. ECPay gives them to registered addresses only, one per
 * minute.
 */
public interface StatementSource {

  /** Opens the file of that period. A file without data is one without lines. */
  Answer<StatementLines> open(Merchant merchant, StatementFile file, Period period);
}
