package io.asktrail.registry.loading;

/** A formula that is no arithmetic. */
final class FormulaRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    FormulaRefused(IllegalArgumentException fault) {
        super(fault.getMessage(), fault);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
