/** HTML pages from templates that were compiled with the program, and their style and script. */
@NullMarked
package ecpay.app.web.page;

import org.jspecify.annotations.NullMarked;
