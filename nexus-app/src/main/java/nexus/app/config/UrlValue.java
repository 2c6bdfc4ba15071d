package nexus.app.config;

/// The base URL of a backend; [BackendUrl#parse(String)] is the rule.
record UrlValue() implements Scalar {
    @Override
    public String allowed() {
        return "a URL like \"http://gpu-1:8001\"";
    }

    @Override
    public Verdict file(Object value) {
        if (!(value instanceof String text)) {
            return Verdict.expected(allowed(), Shown.value(value));
        }
        try {
            BackendUrl.parse(text);
            return new Verdict.Accepted(text);
        } catch (IllegalArgumentException e) {
            return new Verdict.Refused(e.getMessage() + ", found " + Shown.url(text));
        }
    }
}
