/** Who may call: the merchants the sandbox knows, and their keys per service. */
@NullMarked
package ecpay.sandbox.merchant;

import org.jspecify.annotations.NullMarked;
