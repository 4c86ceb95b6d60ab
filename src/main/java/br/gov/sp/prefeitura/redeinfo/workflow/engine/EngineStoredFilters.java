package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.StoredFilters;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks through the stored filters at start, and whenever an administrator asks. */
@Component
class EngineStoredFilters implements StoredFilters, SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(EngineStoredFilters.class);

  /** Administrators alone store filters; more than this many were not stored by hand. */
  private static final int MOST = 1_000;

  private final FilterService filters;
  private final AuditLog audit;

  EngineStoredFilters(FilterService filters, AuditLog audit) {
    this.filters = filters;
    this.audit = audit;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<RefusedFilter> refused = refused();
    if (!refused.isEmpty()) {
      LOG.warn(
          "{} stored filters hold expressions and are refused; see /admin/filters", refused.size());
    }
  }

  @Override
  public List<RefusedFilter> refused() {
    return filters.createFilterQuery().orderByFilterName().asc().listPage(0, MOST).stream()
        .map(EngineStoredFilters::toRefused)
        .filter(filter -> !filter.expressions().isEmpty())
        .toList();
  }

  @Override
  @Transactional
  public void remove(String filterId) {
    Filter filter = filters.createFilterQuery().filterId(filterId).singleResult();
    if (filter == null) {
      throw Refusal.notFound("filter.unknown");
    }
    if (QueryGuard.refusedExpressions(filter.getQuery()).isEmpty()) {
      throw Refusal.conflict("filter.in-order");
    }
    filters.deleteFilter(filterId);
    audit.record(AuditEntry.of(EngineAction.FILTER_DELETED, filterId));
  }

  private static RefusedFilter toRefused(Filter filter) {
    return new RefusedFilter(
        filter.getId(),
        filter.getName(),
        filter.getOwner(),
        QueryGuard.refusedExpressions(filter.getQuery()));
  }
}
