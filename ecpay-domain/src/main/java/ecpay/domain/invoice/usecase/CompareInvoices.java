package ecpay.domain.invoice.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceArchive.Page;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.merchant.Merchant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a day of our books beside ECPay's (GetIssueList) and tells the differences: of 10,000
 * invoices and 1,000 differences at most. Queries only: nothing is changed on either side.
 */
public final class CompareInvoices {
  private static final int PAGE = 200;

  /** Each is a call to ECPay, in the lane in which invoices are issued. */
  static final int MOST_PAGES = 50;

  static final int MOST_DIFFERENCES = 1_000;

  private final Invoices invoices;
  private final InvoiceArchive archive;

  public CompareInvoices(Invoices invoices, InvoiceArchive archive) {
    this.invoices = invoices;
    this.archive = archive;
  }

  /** One difference. */
  public sealed interface Difference {
    InvoiceNumber number();

    /** ECPay has it and we do not: issued by another system under the same contract, or lost. */
    record MissingHere(InvoiceNumber number, KnownInvoice theirs) implements Difference {}

    /** We have it and ECPay does not list it. */
    record MissingThere(InvoiceNumber number) implements Difference {}

    /** The amounts differ. */
    record Amount(InvoiceNumber number, long oursTwd, long theirsTwd) implements Difference {}

    /** One side shows it as void. */
    record VoidOnOneSide(InvoiceNumber number, boolean voidHere) implements Difference {}
  }

  /**
   * What was found.
   *
   * @param compared how many invoices of ECPay's were read
   * @param truncated whether there may be more: ECPay's list was not read to its end, so that what
   *     is missing there cannot be told, or there were too many differences
   */
  public record Comparison(
      LocalDate day, int compared, boolean truncated, List<Difference> differences) {
    public Comparison {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Compares the invoices issued on that day, Taipei.
   *
   * @return ECPay's refusal, or that it could not be asked, as it is
   */
  public Answer<Comparison> compare(Merchant merchant, LocalDate day) {
    List<Difference> differences = new ArrayList<>();
    Set<InvoiceNumber> listed = new HashSet<>();
    boolean isWhole = false;
    for (int page = 1; page <= MOST_PAGES && !isWhole; page++) {
      Answer<Page> answer = archive.getIssueList(merchant, day, day, page, PAGE);
      if (!(answer instanceof Answer.Accepted<Page>(Page shown))) {
        return answer.map(_ -> new Comparison(day, listed.size(), true, differences));
      }
      for (KnownInvoice theirs : shown.invoices()) {
        if (listed.add(theirs.invoice().number())) {
          differences.addAll(differences(merchant, theirs));
        }
      }
      isWhole = listed.size() >= shown.total();
      if (shown.invoices().isEmpty() || differences.size() > MOST_DIFFERENCES) {
        break;
      }
    }
    if (isWhole) {
      invoices.numbersIssuedOn(
          merchant.id(),
          day,
          number -> {
            if (!listed.contains(number) && differences.size() <= MOST_DIFFERENCES) {
              differences.add(new Difference.MissingThere(number));
            }
          });
    }
    boolean tooMany = differences.size() > MOST_DIFFERENCES;
    return new Answer.Accepted<>(
        new Comparison(
            day,
            listed.size(),
            !isWhole || tooMany,
            tooMany ? differences.subList(0, MOST_DIFFERENCES) : differences));
  }

  private List<Difference> differences(Merchant merchant, KnownInvoice theirs) {
    InvoiceNumber number = theirs.invoice().number();
    Optional<Invoice> ours = invoices.findByNumber(merchant.id(), number);
    if (ours.isEmpty()) {
      return List.of(new Difference.MissingHere(number, theirs));
    }
    List<Difference> found = new ArrayList<>();
    long amount = ours.get().document().salesAmount().twd();
    if (amount != theirs.salesAmount().twd()) {
      found.add(new Difference.Amount(number, amount, theirs.salesAmount().twd()));
    }
    boolean voidHere = ours.get() instanceof Invoice.Voided;
    if (voidHere != theirs.voided()) {
      found.add(new Difference.VoidOnOneSide(number, voidHere));
    }
    return found;
  }
}
