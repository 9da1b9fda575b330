package ecpay.app.web.console.key;

import ecpay.app.web.console.ConsoleLogin.Person;
import ecpay.domain.merchant.ApiKey;

/**
 * The second look before a key is withdrawn.
 *
 * @param isOwn whether the person is logged in with it
 * @param problem why it cannot be withdrawn; empty when it can
 */
public record WithdrawalPage(String id, String name, boolean isOwn, String problem) {

  /**
   * @param isLast whether there is one good key only
   */
  static WithdrawalPage of(Person person, ApiKey key, boolean isLast) {
    String problem =
        key.withdrawal().isPresent()
            ? "It is withdrawn already, and opens nothing."
            : isLast
                ? "This is the last good key: nobody could call for the shop or log in here any"
                    + " more. Add another one first (./ecpay key add)."
                : "";
    return new WithdrawalPage(key.id().value(), key.name(), key.id().equals(person.key()), problem);
  }
}
