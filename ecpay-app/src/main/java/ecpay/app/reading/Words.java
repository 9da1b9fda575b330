package ecpay.app.reading;

import ecpay.domain.invoice.InvoiceArchive.PrintStyle;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.money.TaxKind;
import ecpay.domain.notification.Notice;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.track.TrackSwitch;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of the API for things that have a name in the domain: lower case with underscores. */
public final class Words {
  private Words() {}

  /** The word for a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** All words of a kind, for a message. */
  public static String of(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Words::of).collect(Collectors.joining(", "));
  }

  /** The kind of tax with that word. */
  public static Optional<TaxKind> taxKind(String word) {
    return find(TaxKind.values(), word);
  }

  /** The way to pay with that word. */
  public static Optional<PaymentMethod> paymentMethod(String word) {
    return find(PaymentMethod.values(), word);
  }

  /** Where to pay, by its word. */
  public static Optional<Channel> channel(String word) {
    return find(Channel.values(), word);
  }

  /** How often a card is charged, by its word. */
  public static Optional<PeriodicTerms.Unit> periodUnit(String word) {
    return find(PeriodicTerms.Unit.values(), word);
  }

  /** The way to print with that word. */
  public static Optional<PrintStyle> printStyle(String word) {
    return find(PrintStyle.values(), word);
  }

  /** What to tell of, by its word. */
  public static Optional<Notice.Subject> noticeSubject(String word) {
    return find(Notice.Subject.values(), word);
  }

  /** How to tell, by its word. */
  public static Optional<Notice.Channel> noticeChannel(String word) {
    return find(Notice.Channel.values(), word);
  }

  /** Whom to tell, by its word. */
  public static Optional<Notice.Recipient> noticeRecipient(String word) {
    return find(Notice.Recipient.values(), word);
  }

  /** What to do with a track, by its word. */
  public static Optional<TrackSwitch> trackSwitch(String word) {
    return find(TrackSwitch.values(), word);
  }

  /** The type of invoices with that word. */
  public static Optional<InvoiceType> invoiceType(String word) {
    return find(InvoiceType.values(), word);
  }

  /** The word for the state of an aggregate that has one type per state. */
  public static String state(Object aggregate) {
    return lower(aggregate.getClass().getSimpleName());
  }

  /** {@code AwaitingBuyer} as {@code awaiting_buyer}. */
  public static String lower(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> Optional<E> find(E[] constants, String word) {
    return Arrays.stream(constants).filter(constant -> of(constant).equals(word)).findFirst();
  }
}
