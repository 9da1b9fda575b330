package ecpay.domain.contract;

import java.util.Optional;

/** Whether a reported charge is in the books already, or cannot be entered (R-PAY-09, R-PAY-17). */
public final class ChargePolicy {
  private ChargePolicy() {}

  /**
   * The charge that brought the money of that report, as far as the books know it. A refused try
   * may bear the same number, and is another one.
   */
  public static Optional<Charge> known(PeriodicContract contract, ChargeReport report) {
    int number = report.successes();
    return contract.charges().stream()
        .filter(charge -> charge.isCharged() && charge.isToldBy(report))
        .findFirst()
        .or(() -> contract.charged(number).filter(charge -> isOpen(charge, number)));
  }

  /** The first charge may have been told without its authorization. */
  private static boolean isOpen(Charge charge, int number) {
    return charge.isInferred() || (number == 1 && !charge.isComplete());
  }

  /** Why it cannot be entered, if so. */
  public static Optional<ContractIncident> wrong(PeriodicContract contract, ChargeReport report) {
    if (!report.trade().amount().equals(contract.agreement().amount())) {
      return Optional.of(ContractIncident.AMOUNT_MISMATCH);
    }
    if (report.simulated()) {
      return Optional.of(ContractIncident.SIMULATED_CHARGE);
    }
    if (report.failure().isPresent() || known(contract, report).isPresent()) {
      return Optional.empty();
    }
    int number = report.successes();
    if (number < 2 || number > contract.agreement().terms().times()) {
      return Optional.of(ContractIncident.CHARGE_OUT_OF_COUNT);
    }
    return contract.charged(number).map(_ -> ContractIncident.CHARGE_CONTRADICTS);
  }
}
