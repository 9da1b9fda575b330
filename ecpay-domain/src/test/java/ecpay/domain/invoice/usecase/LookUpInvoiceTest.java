package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceArchive.KnownVoid;
import ecpay.domain.invoice.InvoiceArchive.PrintStyle;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.invoice.usecase.LookUpInvoice.Shown;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.LoveCode;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.net.URI;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person sees of an invoice at ECPay. */
class LookUpInvoiceTest {
  private static final URI PAGE = URI.create("https://ecpay.example/print");
  private static final KnownVoid VOID = new KnownVoid(Samples.NOW, "mistake", false);

  private static final InvoiceArchive ARCHIVE =
      new InvoiceArchive() {
        @Override
        public Answer<Page> getIssueList(
            Merchant merchant, LocalDate from, LocalDate through, int page, int size) {
          throw new AssertionError("not asked");
        }

        @Override
        public Answer<Optional<KnownVoid>> getInvalid(
            Merchant merchant, RelateNumber relateNumber, IssuedInvoice invoice) {
          return new Answer.Accepted<>(Optional.of(VOID));
        }

        @Override
        public Answer<URI> invoicePrint(
            Merchant merchant, IssuedInvoice invoice, PrintStyle style) {
          return new Answer.Accepted<>(PAGE);
        }
      };

  private static LookUpInvoice lookUp(Desk desk) {
    return new LookUpInvoice(desk.world.books.invoices(), desk.world.ecpayInvoices, ARCHIVE);
  }

  private static Shown shown(Desk desk) {
    return ((Answer.Accepted<Shown>) lookUp(desk).atEcpay(Samples.merchant(), desk.id())).value();
  }

  @Rule("R-INV-26")
  @Test
  void aVoidOneIsShownWithItsVoidAndALiveOneWithout() {
    Desk desk = Desk.invoiced();
    assertThat(shown(desk).invoice().orElseThrow().invoice()).isEqualTo(desk.issued().facts());
    assertThat(shown(desk).voided()).isEmpty();
    desk.voidInvoice();
    assertThat(shown(desk).voided()).contains(VOID);
  }

  @Test
  void oneThatEcpayDoesNotKnowIsShownAsNothing() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    desk.world.wire.script("Issue", Fault.REFUSED);
    desk.request("a", 1, 1);
    assertThat(shown(desk)).isEqualTo(new Shown(Optional.empty(), Optional.empty()));
    desk.world.wire.script("GetIssue", Fault.NOT_SENT);
    assertThat(lookUp(desk).atEcpay(Samples.merchant(), desk.id()))
        .isInstanceOf(Answer.NotSent.class);
    assertThatThrownBy(() -> lookUp(desk).atEcpay(Samples.merchant(), new InvoiceId("NOBODYS")))
        .isInstanceOf(NoSuchElementException.class);
  }

  private static Object print(Desk desk, PrintStyle style) {
    return lookUp(desk).print(Samples.merchant(), desk.id(), style);
  }

  @Rule("R-INV-12")
  @Test
  void aPrintedInvoiceHasAPageAndOneOnACarrierOrADonatedOneHasNone() {
    Desk printed = Desk.invoiced(InvoicePreference.printedFor("台北市"));
    assertThat(print(printed, PrintStyle.SINGLE_SIDED)).isEqualTo(new Answer.Accepted<>(PAGE));
    Desk carried = Desk.invoiced();
    assertThat(Broken.rules(() -> print(carried, PrintStyle.SINGLE_SIDED)))
        .containsExactly("R-INV-12 invoice");
    Desk donated = Desk.invoiced(InvoicePreference.donatedTo(new LoveCode("168001")));
    assertThat(Broken.rules(() -> print(donated, PrintStyle.SINGLE_SIDED)))
        .containsExactly("R-INV-12 invoice");
  }

  @Rule({"R-INV-09", "R-INV-26"})
  @Test
  void aCompanysStyleNeedsACompanyAndAVoidOneIsNotPrinted() {
    Desk printed = Desk.invoiced(InvoicePreference.printedFor("台北市"));
    for (PrintStyle style : PrintStyle.values()) {
      boolean forCompanies = style == PrintStyle.COMPANY_A4 || style == PrintStyle.COMPANY_A5;
      assertThat(Broken.rules(() -> print(printed, style)).contains("R-INV-09 style"))
          .isEqualTo(forCompanies);
    }
    printed.voidInvoice();
    assertThat(Broken.rules(() -> print(printed, PrintStyle.THERMAL)))
        .containsExactly("R-INV-26 invoice");
    Desk company =
        Desk.invoiced(
            new InvoicePreference(
                new Carrier.None(),
                Optional.of(new Company(new CompanyNumber("04595257"), "測試公司")),
                Optional.of("台北市"),
                Optional.empty(),
                Optional.empty()));
    assertThat(print(company, PrintStyle.COMPANY_A4)).isEqualTo(new Answer.Accepted<>(PAGE));
  }
}
