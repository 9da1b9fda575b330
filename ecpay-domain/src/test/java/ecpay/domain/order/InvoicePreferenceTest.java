package ecpay.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The whole matrix of print, carrier, donation and company. */
class InvoicePreferenceTest {
  private static final Carrier NONE = new Carrier.None();
  private static final Carrier ECPAY = new Carrier.Ecpay();
  private static final Carrier CITIZEN = new Carrier.CitizenCertificate("AB12345678901234");
  private static final Carrier MOBILE = new Carrier.MobileBarcode("/ABC1234");
  private static final List<Carrier> CARRIERS = List.of(ECPAY, CITIZEN, MOBILE);

  private static List<String> broken(
      Carrier carrier, boolean company, boolean print, boolean donation) {
    return Broken.rules(() ->
        new InvoicePreference(
            carrier,
            company
                ? Optional.of(new Company(new CompanyNumber("04595257"), "公司"))
                : Optional.empty(),
            print ? Optional.of("台北市") : Optional.empty(),
            donation ? Optional.of(new LoveCode("168001")) : Optional.empty(),
            Optional.empty()));
  }

  @Rule({"R-INV-07", "R-INV-08", "R-INV-09"})
  @Test
  void aDonationStandsAlone() {
    assertThat(broken(NONE, false, false, true)).isEmpty();
    assertThat(broken(NONE, false, true, true)).containsExactly("R-INV-07 print");
    assertThat(broken(NONE, true, false, true)).containsExactly("R-INV-09 company");
    for (Carrier carrier : CARRIERS) {
      assertThat(broken(carrier, false, false, true)).containsExactly("R-INV-08 carrier");
      assertThat(broken(carrier, true, true, true))
          .containsExactly("R-INV-07 print", "R-INV-08 carrier", "R-INV-09 company");
    }
  }

  @Rule("R-INV-10")
  @Test
  void aCompanyWithoutACarrierGetsPaper() {
    assertThat(broken(NONE, true, true, false)).isEmpty();
    assertThat(broken(NONE, true, false, false)).containsExactly("R-INV-10 print");
  }

  @Rule("R-INV-10")
  @Test
  void aCompanyOnEcpaysCarrierOrACertificateGetsNoPaper() {
    for (Carrier carrier : List.of(ECPAY, CITIZEN)) {
      assertThat(broken(carrier, true, false, false)).isEmpty();
      assertThat(broken(carrier, true, true, false)).containsExactly("R-INV-10 print");
    }
  }

  @Rule("R-INV-10")
  @Test
  void aCompanyOnAMobileBarcodeMayHavePaperOrNot() {
    assertThat(broken(MOBILE, true, false, false)).isEmpty();
    assertThat(broken(MOBILE, true, true, false)).isEmpty();
  }

  @Rule("R-INV-10")
  @Test
  void theMessageSaysWhatACompanyShouldDo() {
    Optional<Company> company = Optional.of(new Company(new CompanyNumber("04595257"), "公司"));
    Optional<String> address = Optional.of("台北市");
    assertThat(
            Broken.by(() ->
                new InvoicePreference(
                    NONE, company, Optional.empty(), Optional.empty(), Optional.empty())))
        .singleElement()
        .satisfies(violation -> assertThat(violation.message()).contains("give an address"));
    assertThat(
            Broken.by(() ->
                new InvoicePreference(ECPAY, company, address, Optional.empty(), Optional.empty())))
        .singleElement()
        .satisfies(violation -> assertThat(violation.message()).contains("not printed as well"));
  }

  @Rule("R-INV-11")
  @Test
  void aPersonHasExactlyOneOfPaperACarrierOrADonation() {
    assertThat(broken(NONE, false, true, false)).isEmpty();
    assertThat(broken(NONE, false, false, false)).containsExactly("R-INV-11 carrier");
    for (Carrier carrier : CARRIERS) {
      assertThat(broken(carrier, false, false, false)).isEmpty();
      assertThat(broken(carrier, false, true, false)).containsExactly("R-INV-11 carrier");
    }
  }

  @Rule({"R-INV-12", "R-ORD-09"})
  @Test
  void aPrintedInvoiceHasAnAddressOfOneTo100Characters() {
    assertThat(Broken.rules(() -> InvoicePreference.printedFor("路".repeat(100)))).isEmpty();
    assertThat(Broken.rules(() -> InvoicePreference.printedFor("路".repeat(101))))
        .containsExactly("R-INV-12 address");
    assertThat(Broken.rules(() -> InvoicePreference.printedFor(" ")))
        .containsExactly("R-INV-12 address");
    assertThat(Broken.rules(() -> InvoicePreference.printedFor("<p>路</p>")))
        .containsExactly("R-ORD-09 address");
  }

  @Test
  void theThreeUsualWaysAreNamed() {
    assertThat(InvoicePreference.printedFor("台北市").isPrinted()).isTrue();
    assertThat(InvoicePreference.on(MOBILE).isPrinted()).isFalse();
    assertThat(InvoicePreference.on(MOBILE).carrier()).isEqualTo(MOBILE);
    LoveCode charity = new LoveCode("168001");
    assertThat(InvoicePreference.donatedTo(charity).donation()).contains(charity);
    assertThat(InvoicePreference.donatedTo(charity).isPrinted()).isFalse();
  }
}
