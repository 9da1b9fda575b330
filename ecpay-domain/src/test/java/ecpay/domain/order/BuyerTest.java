package ecpay.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuyerTest {
  private static final Optional<EmailAddress> EMAIL = Optional.of(new EmailAddress("a@b.cc"));
  private static final Optional<PhoneNumber> PHONE = Optional.of(new PhoneNumber("0912345678"));

  @Rule("R-ORD-17")
  @Test
  void anEmailOrAPhoneIsEnough() {
    assertThat(Broken.rules(() -> new Buyer("王小明", EMAIL, Optional.empty()))).isEmpty();
    assertThat(Broken.rules(() -> new Buyer("王小明", Optional.empty(), PHONE))).isEmpty();
    assertThat(Broken.rules(() -> new Buyer("王小明", EMAIL, PHONE))).isEmpty();
  }

  @Rule("R-ORD-17")
  @Test
  void aBuyerThatCannotBeReachedIsRefused() {
    assertThat(Broken.rules(() -> new Buyer("王小明", Optional.empty(), Optional.empty())))
        .containsExactly("R-ORD-17 email");
  }

  @Rule("R-ORD-17")
  @Test
  void aNameHasOneToFiftyCharacters() {
    assertThat(Broken.rules(() -> new Buyer("王".repeat(50), EMAIL, PHONE))).isEmpty();
    assertThat(Broken.rules(() -> new Buyer("王".repeat(51), EMAIL, PHONE)))
        .containsExactly("R-ORD-17 name");
    assertThat(Broken.rules(() -> new Buyer(" ", EMAIL, PHONE))).containsExactly("R-ORD-17 name");
  }

  @Rule({"R-ORD-09", "R-ORD-10", "R-ORD-17"})
  @Test
  void everythingWrongWithABuyerIsToldAtOnce() {
    String name = "<b>; rm ".repeat(10);
    assertThat(Broken.rules(() -> new Buyer(name, Optional.empty(), Optional.empty())))
        .containsExactly("R-ORD-17 name", "R-ORD-17 email", "R-ORD-09 name", "R-ORD-10 name");
  }

  @Rule({"R-INV-09", "R-ORD-09"})
  @Test
  void aCompanyHasANameOfOneToSixtyCharacters() {
    CompanyNumber number = new CompanyNumber("04595257");
    assertThat(Broken.rules(() -> new Company(number, "司".repeat(60)))).isEmpty();
    assertThat(Broken.rules(() -> new Company(number, "司".repeat(61))))
        .containsExactly("R-INV-09 name");
    assertThat(Broken.rules(() -> new Company(number, " "))).containsExactly("R-INV-09 name");
    assertThat(Broken.rules(() -> new Company(number, "<i>司</i>")))
        .containsExactly("R-ORD-09 name");
  }
}
