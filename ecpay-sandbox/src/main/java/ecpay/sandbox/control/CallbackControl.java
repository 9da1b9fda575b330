package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.Digest;
import ecpay.crypto.SpaceEncoding;
import ecpay.sandbox.callback.CallbackSettings;
import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.util.List;

/**
 * {@code /sandbox/callbacks}: how callbacks behave, and {@code /release} for those that are held.
 */
final class CallbackControl {
  private static final List<String> NAMES =
      List.of(
          "deliveries",
          "reorder",
          "delayMillis",
          "paused",
          "attempts",
          "secondsBetweenRepeats",
          "allowanceDigest",
          "allowanceSpace");

  private final Courier courier;

  CallbackControl(Courier courier) {
    this.courier = courier;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/callbacks", Query.handler(this::state));
    router.on("POST", "/sandbox/callbacks", Body.handler(NAMES, this::change));
    router.on(
        "POST",
        "/sandbox/callbacks/release",
        Body.handler(List.of(), _ -> Json.object().put("released", courier.release())));
  }

  /** Names that are not sent stay as they are. */
  private ObjectNode change(Body body) {
    var before = courier.settings();
    courier.settings(
        new CallbackSettings(
            body.small("deliveries", before.deliveries()),
            body.flag("reorder", before.reorder()),
            body.whole("delayMillis", before.delayMillis()),
            body.flag("paused", before.paused()),
            body.small("attempts", before.attempts()),
            body.small("secondsBetweenRepeats", before.secondsBetweenRepeats()),
            body.oneOf(Digest.class, "allowanceDigest", before.allowanceDigest()),
            body.oneOf(SpaceEncoding.class, "allowanceSpace", before.allowanceSpace())));
    return state();
  }

  private ObjectNode state() {
    var settings = courier.settings();
    var load = courier.load();
    return Json.object()
        .put("deliveries", settings.deliveries())
        .put("reorder", settings.reorder())
        .put("delayMillis", settings.delayMillis())
        .put("paused", settings.paused())
        .put("attempts", settings.attempts())
        .put("secondsBetweenRepeats", settings.secondsBetweenRepeats())
        .put("allowanceDigest", settings.allowanceDigest().name())
        .put("allowanceSpace", settings.allowanceSpace().name())
        .put("held", load.held())
        .put("later", load.later())
        .put("moving", load.moving());
  }
}
