package ecpay.domain.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.document.Bearer.Shown;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.Carrier.PhysicalCard;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import ecpay.domain.rule.Rule;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BearerTest {
  private static final Bearer BEFORE =
      of(InvoicePreference.on(new Carrier.MobileBarcode("/ABC+12.")));
  private static final Bearer AFTER =
      of(InvoicePreference.on(new Carrier.CitizenCertificate("AB12345678901234")));

  private static Bearer of(InvoicePreference delivery) {
    Correction correction =
        new Correction(Optional.of(delivery), Optional.empty(), Optional.empty(), Optional.empty());
    return Bearer.of(correction.applyTo(Samples.invoiceDocument()));
  }

  @Test
  void carriersAreToldInEcpaysWordsAndACardsNumbersNever() {
    Bearer phone = of(InvoicePreference.on(new Carrier.MobileBarcode("/ABC+12.")));
    assertThat(phone.carrierType() + phone.carrierNumber()).isEqualTo("3/ABC+12.");
    Bearer citizen = of(InvoicePreference.on(new Carrier.CitizenCertificate("AB12345678901234")));
    assertThat(citizen.carrierType() + citizen.carrierNumber()).isEqualTo("2AB12345678901234");
    Bearer own = of(InvoicePreference.on(new Carrier.Ecpay()));
    assertThat(own.carrierType() + own.carrierNumber()).isEqualTo("1");
    Bearer card =
        of(InvoicePreference.on(new PhysicalCard(PhysicalCard.Kind.IPASS, "hidden", "visible")));
    assertThat(card.carrierType() + card.carrierNumber()).isEqualTo("5");
  }

  @Test
  void paperDonationAndCompanyAreTold() {
    Bearer paper = of(InvoicePreference.printedFor("台北市信義區1號"));
    assertThat(paper.address()).isEqualTo("台北市信義區1號");
    assertThat(paper.printed()).isTrue();
    assertThat(paper.carrierType()).isEmpty();
    Bearer donated = of(InvoicePreference.donatedTo(new LoveCode("168001")));
    assertThat(donated.loveCode()).isEqualTo("168001");
    assertThat(donated.printed()).isFalse();
    Bearer company =
        of(
            new InvoicePreference(
                new Carrier.None(),
                Optional.of(new Company(new CompanyNumber("04595257"), "綠界科技")),
                Optional.of("台北市"),
                Optional.empty(),
                Optional.empty()));
    assertThat(company.identifier()).isEqualTo("04595257");
    assertThat(company.name()).isEqualTo("綠界科技");
  }

  @Rule("R-INV-27")
  @Test
  void whichOfTwoDocumentsIsShownIsToldByWhatDiffersBetweenThem() {
    assertThat(BEFORE.tell(BEFORE, AFTER)).isEqualTo(Shown.BEFORE);
    assertThat(AFTER.tell(BEFORE, AFTER)).isEqualTo(Shown.AFTER);
    Bearer third = of(InvoicePreference.on(new Carrier.Ecpay()));
    assertThat(third.tell(BEFORE, AFTER)).isEqualTo(Shown.NEITHER);
  }

  @Rule("R-INV-27")
  @Test
  void whatEcpayMasksOrLeavesOutDoesNotMatterWhereNothingDiffers() {
    Bearer masked =
        new Bearer("", "王**", "", "", "", AFTER.carrierType(), AFTER.carrierNumber(), "", false);
    assertThat(masked.tell(BEFORE, AFTER)).isEqualTo(Shown.AFTER);
  }

  @Rule("R-INV-36")
  @Test
  void anotherEmailMayStandInForTheBuyersAndNothingElse() {
    Bearer stage =
        new Bearer(
            BEFORE.identifier(),
            BEFORE.name(),
            BEFORE.address(),
            BEFORE.phone(),
            "stage@example.com",
            BEFORE.carrierType(),
            BEFORE.carrierNumber(),
            BEFORE.loveCode(),
            BEFORE.printed());
    assertThat(stage).isNotEqualTo(BEFORE);
    assertThat(stage.isLike(BEFORE)).isTrue();
    assertThat(stage.isLike(AFTER)).isFalse();
  }

  @Test
  void aCorrectionChangesWhatItNamesAndNothingElse() {
    InvoiceDocument document = Samples.invoiceDocument();
    assertThat(Correction.NONE.applyTo(document)).isEqualTo(document);
    InvoiceDocument corrected =
        new Correction(
                Optional.empty(),
                Optional.of("李小華"),
                Optional.empty(),
                Optional.of(new PhoneNumber("0987654321")))
            .applyTo(document);
    assertThat(corrected.customerName()).isEqualTo("李小華");
    assertThat(corrected.phone()).contains(new PhoneNumber("0987654321"));
    assertThat(corrected.email()).isEqualTo(document.email());
    assertThat(corrected.items()).isEqualTo(document.items());
  }
}
