package ecpay.sandbox.ledger;

import java.time.LocalDateTime;

/**
 * One message in the mailbox. Nothing ever leaves the sandbox.
 *
 * @param channel EMAIL or SMS
 * @param link a link to click, may be empty
 */
public record Mail(
    LocalDateTime at, String channel, String to, String subject, String text, String link) {}
