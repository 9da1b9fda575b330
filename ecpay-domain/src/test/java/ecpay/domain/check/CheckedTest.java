package ecpay.domain.check;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedTest {
  private static final Carrier.MobileBarcode CODE = new Carrier.MobileBarcode("/ABC.+-1");
  private static final Subject BARCODE = new Subject.Barcode(CODE);
  private static final Subject CHARITY = new Subject.Donation(new LoveCode("168001"));
  private static final Subject COMPANY = new Subject.Business(new CompanyNumber("04595257"));
  private static final Finding EXISTS = new Finding.Exists("");

  private static void assertFreshFor(Duration span, Subject subject, Finding finding) {
    Checked checked = new Checked(subject, finding, Samples.NOW);
    assertThat(checked.isFreshAt(Samples.NOW)).isTrue();
    assertThat(checked.isFreshAt(Samples.NOW.plus(span).minusNanos(1))).isTrue();
    assertThat(checked.isFreshAt(Samples.NOW.plus(span))).isFalse();
  }

  @Test
  void whatExistsIsBelievedForAWeekAndACompanysNameForAMonth() {
    assertFreshFor(Duration.ofDays(7), BARCODE, EXISTS);
    assertFreshFor(Duration.ofDays(7), CHARITY, EXISTS);
    assertFreshFor(Duration.ofDays(30), COMPANY, EXISTS);
  }

  @Test
  void whatDoesNotExistMaySoonBeRegistered() {
    for (Subject subject : List.of(BARCODE, CHARITY, COMPANY)) {
      assertFreshFor(Duration.ofMinutes(10), subject, new Finding.DoesNotExist());
    }
    assertFreshFor(Duration.ofHours(1), COMPANY, new Finding.NothingKnown());
  }

  @Test
  void anOutageIsBelievedForAMinute() {
    assertFreshFor(Duration.ofMinutes(1), BARCODE, new Finding.Unavailable("10000010", "down"));
  }

  @Test
  void aSubjectIsNamedByItsKindAndCode() {
    assertThat(List.of(BARCODE, CHARITY, COMPANY))
        .extracting(subject -> subject.kind() + " " + subject.code())
        .containsExactly("BARCODE /ABC.+-1", "LOVE_CODE 168001", "COMPANY 04595257");
  }

  @Test
  void onlyBarcodesDonationCodesAndCompanyNumbersCanBeChecked() {
    assertThat(BuyerCodes.of(InvoicePreference.on(CODE)).subjects()).containsExactly(BARCODE);
    assertThat(BuyerCodes.of(InvoicePreference.on(new Carrier.Ecpay())).subjects()).isEmpty();
    assertThat(BuyerCodes.of(InvoicePreference.printedFor("台北市")).subjects()).isEmpty();
    assertThat(BuyerCodes.of(InvoicePreference.donatedTo(new LoveCode("168001"))).subjects())
        .containsExactly(CHARITY);
    Company company = new Company(new CompanyNumber("04595257"), "小書店");
    assertThat(
            new BuyerCodes(Optional.of(CODE), Optional.empty(), Optional.of(company.number()))
                .subjects())
        .containsExactly(BARCODE, COMPANY);
  }
}
