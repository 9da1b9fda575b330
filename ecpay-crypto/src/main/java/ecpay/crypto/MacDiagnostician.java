package ecpay.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds out how a received CheckMacValue came about, by making each known mistake itself. */
final class MacDiagnostician {
  private static final String MASK = "****";

  private final CheckMac mac;
  private final CryptoKeys keys;

  MacDiagnostician(CheckMac mac, CryptoKeys keys) {
    this.mac = mac;
    this.keys = keys;
  }

  MacDiagnosis diagnose(List<Field> fields) {
    List<Field> signed = CheckMac.signed(fields);
    List<Field> shown = signed.stream().map(this::masked).toList();
    StringBuilder text = new StringBuilder("hashkey%3d" + MASK + "%26");
    CheckMac.write(shown, SpaceEncoding.PLUS, bytes -> text.append(new String(bytes, US_ASCII)));
    text.append("hashiv%3d" + MASK);

    List<String> findings = new ArrayList<>();
    findings.add(origin(fields));
    if (!shown.equals(signed)) {
      findings.add("A field carries the HashKey or the HashIV: they are never sent.");
    }
    Set<String> names = new HashSet<>();
    for (Field field : shown) {
      if (!names.add(field.name())) {
        findings.add("The field " + field.name() + " occurs more than once.");
      }
    }
    return new MacDiagnosis(shown, text.toString(), findings);
  }

  private String origin(List<Field> fields) {
    List<String> received = CheckMac.received(fields);
    if (received.size() != 1) {
      return "There are " + received.size() + " CheckMacValue fields instead of one.";
    }
    for (Digest digest : Digest.values()) {
      if (digest.fits(received.getFirst())) {
        return origin(fields, digest, HexFormat.of().parseHex(received.getFirst()));
      }
    }
    return "The CheckMacValue is neither 64 (SHA256) nor 32 (MD5) hex digits.";
  }

  private String origin(List<Field> fields, Digest digest, byte[] received) {
    List<Field> others = fields.stream().filter(f -> !f.name().equals(CheckMac.FIELD)).toList();
    for (MacMistake mistake : MacMistake.values()) {
      for (SpaceEncoding space : SpaceEncoding.values()) {
        if (MessageDigest.isEqual(received, mac.hash(mistake.signed(others), digest, space))) {
          return "The CheckMacValue is %s with space as %s, computed %s."
              .formatted(digest, space, mistake.description());
        }
      }
    }
    return "The CheckMacValue is no %s value of these fields under these keys, nor of any known"
            .formatted(digest)
        + " mistake: compare the keys (service, environment) and each value.";
  }

  private Field masked(Field field) {
    return new Field(masked(field.name()), masked(field.value()));
  }

  /** Case does not count here: encoder M would print a key in lower case. */
  private String masked(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains(keys.hashKey().toLowerCase(Locale.ROOT))
            || lower.contains(keys.hashIv().toLowerCase(Locale.ROOT))
        ? MASK
        : text;
  }
}
