/** Commands that need no platform: ECPay's Data field and CheckMacValue, taken apart by hand. */
@NullMarked
package ecpay.app.command.debugging;

import org.jspecify.annotations.NullMarked;
