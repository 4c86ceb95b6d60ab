package br.gov.sp.prefeitura.redeinfo.workflow.form;

/** A box: checked, or not. A required one must be checked. */
record CheckboxRule() implements ValueRule {

  @Override
  public Verdict judge(Object value, Surroundings surroundings) {
    return value instanceof Boolean ? Verdict.accepted(value) : Verdict.refused("form.type");
  }

  @Override
  public Object asConditionsSee(Object value) {
    return Boolean.TRUE.equals(value);
  }

  @Override
  public boolean isMissing(Object value) {
    return isEmpty(value) || Boolean.FALSE.equals(value);
  }
}
