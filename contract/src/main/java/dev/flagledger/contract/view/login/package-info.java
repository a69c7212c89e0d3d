/** Views of how people log in. */
@NullMarked
package dev.flagledger.contract.view.login;

import org.jspecify.annotations.NullMarked;
