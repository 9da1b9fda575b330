package ecpay.domain.contract.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.contract.ContractGateway;
import ecpay.domain.contract.ContractReport;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Asks ECPay how far a contract has come and enters the answer into the books. */
public final class AskAboutContract {
  private final Transactions transactions;
  private final Merchants merchants;
  private final ContractGateway gateway;
  private final ContractBooks books;
  private final Clock clock;

  public AskAboutContract(
      Transactions transactions,
      Merchants merchants,
      ContractGateway gateway,
      ContractBooks books,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.gateway = gateway;
    this.books = books;
    this.clock = clock;
  }

  /** Empty once the answer is in the books; else what to do for now. */
  Optional<Progress> ask(PeriodicContract contract) {
    Merchant merchant = merchants.get(contract.merchant());
    return switch (gateway.query(merchant, contract.agreement())) {
      case Answer.Accepted<Optional<ContractReport>>(Optional<ContractReport> report)
          when report.filter(known -> !isAbout(contract, merchant, known)).isPresent() ->
          tryAgain("answered about another contract");
      case Answer.Accepted<Optional<ContractReport>>(Optional<ContractReport> report) -> {
        transactions.run(() -> enter(contract, report));
        yield Optional.empty();
      }
      case Answer.Unaccepted<Optional<ContractReport>> not -> tryAgain(not.why());
    };
  }

  private static Optional<Progress> tryAgain(String reason) {
    return Optional.of(new Progress.TryAgain("the query of the contract was " + reason));
  }

  private static boolean isAbout(
      PeriodicContract contract, Merchant merchant, ContractReport report) {
    return report.tradeNo().equals(contract.tradeNo())
        && report.merchantId().equals(merchant.payments().merchantId());
  }

  private void enter(PeriodicContract seen, Optional<ContractReport> report) {
    Instant now = Instant.now(clock);
    PeriodicContract contract = books.hold(seen.merchant(), seen.tradeNo(), now).orElseThrow();
    report.ifPresentOrElse(
        known -> books.told(contract, seen.successes(), known, now),
        () -> books.unknown(contract, now));
  }
}
