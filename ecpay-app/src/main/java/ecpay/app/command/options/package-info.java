/**
 * What several commands are told alike: ids, reasons, days, the settings, and whether it is only a
 * rehearsal.
 */
@NullMarked
package ecpay.app.command.options;

import org.jspecify.annotations.NullMarked;
