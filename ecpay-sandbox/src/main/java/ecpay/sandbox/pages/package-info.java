/**
 * The look of the pages that people see: one frame, escaped text, files instead of inline script.
 */
@NullMarked
package ecpay.sandbox.pages;

import org.jspecify.annotations.NullMarked;
