package ecpay.app.web.console.key;

import ecpay.app.web.console.ConsoleLogin.Person;
import ecpay.app.web.console.Table;
import ecpay.app.web.console.Table.Cell;
import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.ApiKey.Withdrawal;
import ecpay.domain.merchant.ApiKeyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a merchant: the good ones, and those that were withdrawn last. */
public record KeysPage(String merchant, Table good, Table withdrawn) {

  static KeysPage of(Person person, List<ApiKey> good, List<ApiKey> withdrawn) {
    Map<ApiKeyId, String> names = names(good, withdrawn);
    return new KeysPage(
        person.merchant().value(),
        new Table(
            "Good keys",
            List.of("Key", "Added", "Added by", "Action"),
            good.stream()
                .map(key ->
                    List.of(
                        key(key, key.id().equals(person.key()) ? " (yours, now)" : ""),
                        Table.time(key.addedAt()),
                        by(key.addedBy(), names),
                        Table.link("Withdraw", "/console/keys/" + key.id() + "/withdraw")))
                .toList()),
        new Table(
            "Withdrawn keys",
            List.of("Key", "Added", "Added by", "Withdrawn", "Withdrawn by"),
            withdrawn.stream()
                .flatMap(key -> key.withdrawal().map(end -> ended(key, end, names)).stream())
                .toList()));
  }

  private static List<Cell> ended(ApiKey key, Withdrawal end, Map<ApiKeyId, String> names) {
    return List.of(
        key(key, ""),
        Table.time(key.addedAt()),
        by(key.addedBy(), names),
        Table.time(end.at()),
        by(end.by(), names));
  }

  private static Cell key(ApiKey key, String remark) {
    return Table.text(key.name() + remark + " · " + key.id());
  }

  private static Cell by(Optional<ApiKeyId> by, Map<ApiKeyId, String> names) {
    return Table.text(by.map(id -> names.getOrDefault(id, id.value())).orElse("an operator"));
  }

  /** What each of these keys is called that shares its name with no other of them. */
  private static Map<ApiKeyId, String> names(List<ApiKey> good, List<ApiKey> withdrawn) {
    Map<String, ApiKeyId> bearers = new HashMap<>();
    Map<ApiKeyId, String> names = new HashMap<>();
    Stream.concat(good.stream(), withdrawn.stream())
        .forEach(key -> {
          ApiKeyId other = bearers.putIfAbsent(key.name(), key.id());
          if (other == null || other.equals(key.id())) {
            names.put(key.id(), key.name());
          } else {
            names.remove(other);
          }
        });
    return names;
  }
}
