package ecpay.domain.allowance;

import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.document.Consent;
import java.util.Collection;
import java.util.List;

/**
 * What ECPay lists of an invoice's allowances under numbers that the books do not know, beside
 * those of ours whose numbers were lost. The list has no key of ours: one can be the other by its
 * amount and its time alone (R-ALW-22).
 *
 * @param listed not void, of unknown number
 * @param lost ours that may have arrived at ECPay
 */
public record Strangers(List<ListedAllowance> listed, List<Allowance> lost) {
  public Strangers {
    listed = List.copyOf(listed);
    lost = List.copyOf(lost);
  }

  /** Picks the lost ones out of all allowances of the invoice. */
  public static Strangers among(
      List<ListedAllowance> unknown, Collection<? extends Allowance> ofInvoice) {
    return new Strangers(
        unknown,
        ofInvoice.stream().<Allowance>map(one -> one).filter(Strangers::mayHaveArrived).toList());
  }

  /** Those that this one can be. */
  public List<ListedAllowance> of(Allowance one) {
    return listed.stream().filter(found -> canBe(one, found)).toList();
  }

  /** Whether somebody else made one of them: none of ours can be it. */
  public boolean anyIsForeign() {
    return listed.stream().anyMatch(found -> lost.stream().noneMatch(one -> canBe(one, found)));
  }

  /** Ours that can be one of those that this one can be; it is among them. */
  public List<Allowance> rivals(Allowance current) {
    List<ListedAllowance> candidates = of(current);
    return lost.stream()
        .filter(one -> candidates.stream().anyMatch(found -> canBe(one, found)))
        .toList();
  }

  /** Whether the same goes back in the same way, so that either number fits either of them. */
  public static boolean areAlike(Allowance one, Allowance other) {
    return one.draft().document().items().equals(other.draft().document().items())
        && isOnline(one) == isOnline(other);
  }

  private static boolean canBe(Allowance one, ListedAllowance found) {
    return found.amount().equals(one.amount())
        && !found.issuedAt().isBefore(one.draft().requestedAt().minus(Allowance.CLOCK_DEVIATION));
  }

  private static boolean isOnline(Allowance one) {
    return one.draft().document().consent() instanceof Consent.Online;
  }

  /** Whether a call left whose end is not known. */
  public static boolean mayHaveArrived(Allowance one) {
    return switch (one) {
      case Allowance.Requested requested -> requested.sentAt().isPresent();
      case Allowance.Unknown _ -> true;
      case Allowance.AwaitingConsent _,
          Allowance.Issued _,
          Allowance.Cancelled _,
          Allowance.Expired _,
          Allowance.Voided _,
          Allowance.Refused _ ->
          false;
    };
  }
}
