package dev.flagledger.installation.transfer;

/** Status of an import or export, with the names on the wire. */
public enum TransferStatus {
    PROCESSING,
    SUCCESS,
    FAILED
}
