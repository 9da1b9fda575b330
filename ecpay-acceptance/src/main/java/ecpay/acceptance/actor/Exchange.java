package ecpay.acceptance.actor;

import java.time.Duration;

/**
 * One HTTP exchange of a story.
 *
 * @param who the actor that called
 * @param request body sent; empty when there was none
 * @param answer body that came back
 */
public record Exchange(
    String who,
    String method,
    String url,
    int status,
    String request,
    String answer,
    Duration took) {}
