/** How log lines look and what each of them carries. */
@NullMarked
package ecpay.app.logs;

import org.jspecify.annotations.NullMarked;
