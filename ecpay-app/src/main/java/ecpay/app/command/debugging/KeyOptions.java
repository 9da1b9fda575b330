package ecpay.app.command.debugging;

import ecpay.crypto.CryptoKeys;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The keys of a command: from options, or from the environment, where no shell history sees them.
 */
final class KeyOptions {
  static final String HASH_KEY = "ECPAY_HASH_KEY";
  static final String HASH_IV = "ECPAY_HASH_IV";

  @Option(
      names = "--key",
      paramLabel = "K",
      description = "The HashKey. Better in the environment, as " + HASH_KEY + ".")
  private @Nullable String key;

  @Option(
      names = "--iv",
      paramLabel = "V",
      description = "The HashIV. Better in the environment, as " + HASH_IV + ".")
  private @Nullable String iv;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /**
   * The keys, options first.
   *
   * @throws CommandLine.ParameterException when one is missing or none of ECPay's; it never quotes
   *     them
   */
  CryptoKeys read(Map<String, String> environment) {
    String hashKey = given("--key", key, HASH_KEY, environment);
    String hashIv = given("--iv", iv, HASH_IV, environment);
    try {
      return CryptoKeys.of(hashKey, hashIv);
    } catch (IllegalArgumentException unusable) {
      throw refusal(
          "the HashKey or HashIV is none of ECPay's: 16 to 64 printable characters without a space");
    }
  }

  private String given(
      String option, @Nullable String value, String variable, Map<String, String> environment) {
    return Optional.ofNullable(value)
        .or(() -> Optional.ofNullable(environment.get(variable)))
        .orElseThrow(() -> refusal("give " + option + ", or set " + variable));
  }

  private CommandLine.ParameterException refusal(String message) {
    if (command == null) {
      throw new IllegalStateException("the options belong to no command");
    }
    return new CommandLine.ParameterException(command.commandLine(), message);
  }
}
