package ecpay.domain.contract;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import java.util.Optional;

/** Port: ECPay's periodic contracts, embedded and hosted. Calls take up to 30 seconds and more. */
public interface ContractGateway {
  /** RtnCode of an action on a contract that has already stopped. */
  String ALREADY_STOPPED = "100006";

  /**
   * Cashier/QueryTrade, or QueryCreditCardPeriodInfo for a hosted contract: how far it has come;
   * empty when ECPay does not know it.
   */
  Answer<Optional<ContractReport>> query(Merchant merchant, Agreement agreement);

  /** CreditCardPeriodAction. Unknown means: ask before it is sent again. */
  Answer<Done> act(Merchant merchant, Agreement agreement, ContractAction action);

  /** ECPay has done it. */
  record Done() {}
}
