package ecpay.domain.reconciliation;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import java.io.InputStream;

/**
 * Port: where statement files come from. ECPay gives them to registered addresses only, one per
 * minute.
 */
public interface StatementSource {

  /** Opens the file of that period. A file without data is one without lines. */
  Answer<StatementLines> open(Merchant merchant, StatementFile file, Period period);

  /**
   * The lines of a file that the merchant has, Big5 or UTF-8; closing them does not close it.
   *
   * @throws BrokenStatementException when it is none
   */
  StatementLines read(InputStream file);
}
