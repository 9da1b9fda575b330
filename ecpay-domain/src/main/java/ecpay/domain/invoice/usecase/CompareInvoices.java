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
 * Lays a day of our books beside ECPay's (GetIssueList) and tells every difference. Queries only:
 * nothing is changed on either side.
 */
public final class CompareInvoices {
  private static final int PAGE = 200;

  /** A million invoices a day, at most. */
  private static final int MOST_PAGES = 5_000;

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
   * @param compared how many invoices ECPay listed
   */
  public record Comparison(LocalDate day, int compared, List<Difference> differences) {
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
    for (int page = 1; page <= MOST_PAGES; page++) {
      Answer<Page> answer = archive.getIssueList(merchant, day, day, page, PAGE);
      if (!(answer instanceof Answer.Accepted<Page>(Page shown))) {
        return answer.map(_ -> new Comparison(day, listed.size(), differences));
      }
      for (KnownInvoice theirs : shown.invoices()) {
        if (listed.add(theirs.invoice().number())) {
          differences.addAll(differences(merchant, theirs));
        }
      }
      if (shown.invoices().isEmpty() || listed.size() >= shown.total()) {
        break;
      }
    }
    invoices.numbersIssuedOn(
        merchant.id(),
        day,
        number -> {
          if (!listed.contains(number)) {
            differences.add(new Difference.MissingThere(number));
          }
        });
    return new Answer.Accepted<>(new Comparison(day, listed.size(), differences));
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
