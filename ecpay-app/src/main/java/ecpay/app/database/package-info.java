/** Opens the database that the settings name: one that runs already, or the embedded one. */
@NullMarked
package ecpay.app.database;

import org.jspecify.annotations.NullMarked;
