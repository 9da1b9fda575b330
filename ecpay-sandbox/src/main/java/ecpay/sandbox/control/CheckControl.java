package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.check.TaxAuthority;
import ecpay.sandbox.check.TaxAuthority.Book;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.util.List;

/** {@code /sandbox/checks}: what the tax authority does not know, and whether it answers. */
final class CheckControl {
  private static final int LONGEST_ENTRY = 10;

  private final TaxAuthority authority;

  CheckControl(TaxAuthority authority) {
    this.authority = authority;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/checks", Query.handler(this::state));
    router.on(
        "POST",
        "/sandbox/checks",
        Body.handler(
            List.of("taxAuthority", "exists", "barcode", "loveCode", "company"), this::change));
  }

  private ObjectNode change(Body body) {
    body.text("taxAuthority").ifPresent(state -> authority.down(isDown(state)));
    var exists = body.flag("exists", true);
    know(body, "barcode", Book.BARCODE, exists);
    know(body, "loveCode", Book.LOVE_CODE, exists);
    know(body, "company", Book.COMPANY, exists);
    return state();
  }

  private static boolean isDown(String state) {
    return switch (state) {
      case "down" -> true;
      case "up" -> false;
      default -> throw new IllegalArgumentException("taxAuthority must be up or down");
    };
  }

  private void know(Body body, String name, Book book, boolean exists) {
    body.text(name)
        .ifPresent(entry -> {
          if (entry.isBlank() || entry.length() > LONGEST_ENTRY) {
            throw new IllegalArgumentException(name + " must have 1 to 10 characters");
          }
          authority.know(book, entry, exists);
        });
  }

  private ObjectNode state() {
    var answer = Json.object().put("taxAuthority", authority.isDown() ? "down" : "up");
    var unknown = answer.putObject("unknown");
    authority.unknown(Book.BARCODE).forEach(unknown.putArray("barcodes")::add);
    authority.unknown(Book.LOVE_CODE).forEach(unknown.putArray("loveCodes")::add);
    authority.unknown(Book.COMPANY).forEach(unknown.putArray("companies")::add);
    return answer;
  }
}
