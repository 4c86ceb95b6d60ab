package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/**
 * Makes sure that an authorisation row exists and says exactly what it should. Safe to repeat: an
 * unchanged row is left alone.
 */
@Component
public class Grants {

  private final AuthorizationService authorizations;

  Grants(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** Everybody who is signed in has these permissions on the resource. */
  public void everybody(Resource resource, String resourceId, Permission... permissions) {
    AuthorizationQuery query =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
            .resourceType(resource)
            .resourceId(resourceId);
    save(query, Authorization.AUTH_TYPE_GLOBAL, null, resource, resourceId, permissions);
  }

  /** The members of the group have these permissions on the resource. */
  public void group(
      String groupId, Resource resource, String resourceId, Permission... permissions) {
    AuthorizationQuery query =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .groupIdIn(groupId)
            .resourceType(resource)
            .resourceId(resourceId);
    save(query, Authorization.AUTH_TYPE_GRANT, groupId, resource, resourceId, permissions);
  }

  private void save(
      AuthorizationQuery query,
      int type,
      String groupId,
      Resource resource,
      String resourceId,
      Permission... permissions) {
    Authorization existing = query.singleResult();
    AuthorizationEntity wanted =
        (AuthorizationEntity)
            (existing != null ? existing : authorizations.createNewAuthorization(type));
    int before = wanted.getPermissions();
    wanted.setResource(resource);
    wanted.setResourceId(resourceId);
    wanted.setPermissions(permissions);
    if (existing == null && groupId != null) {
      wanted.setGroupId(groupId);
    }
    if (existing == null || before != wanted.getPermissions()) {
      authorizations.saveAuthorization(wanted);
    }
  }
}
