package ecpay.acceptance.target;

import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.app.Platform;
import ecpay.app.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A platform that talks to ECPay's stage hosts. It needs a public callback address, and a way to
 * those hosts: the internet, or a proxy behind which something stands in for them.
 */
public final class StageTarget implements Target {
  private final Platform platform;
  private final String apiKey;

  private StageTarget(Platform platform, String apiKey) {
    this.platform = platform;
    this.apiKey = apiKey;
  }

  /**
   * Starts the platform with the public stage credentials.
   *
   * @param settings what else it needs: the database, the public address, the way out; they win
   */
  public static StageTarget start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(StageCredentials.SETTINGS);
    all.put("environment", "stage");
    all.put("merchant.id", "teahouse");
    all.put("merchant.name", "茶行 Tea House");
    all.putAll(settings);
    Platform platform = Platform.start(Settings.from(all));
    return new StageTarget(platform, platform.apiKey().orElseThrow());
  }

  @Override
  public boolean isStage() {
    return true;
  }

  @Override
  public Cast cast(Narrator narrator) {
    return new Cast(platform.url(), apiKey, Optional.empty(), narrator);
  }

  @Override
  public void close() {
    platform.close();
  }
}
