package io.playledger.web.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The page to try the API: Swagger UI, with {@code static/docs-page.js} beside it, by which people
 * sign in there and each try has an Idempotency-Key of its own.
 */
public final class DocsPage extends SwaggerIndexPageTransformer {

  /** The example key in the API description, which the page replaces by a new one. */
  public static final String EXAMPLE_KEY = "0198c7a2-7b1e-4d3a-9c4e-2f6b8d1a5e70";

  private static final String START = "<script src=\"./swagger-initializer.js\"";
  private static final String OURS = "<script src=\"../docs-page.js\" charset=\"UTF-8\"> </script>";

  DocsPage(
      SwaggerUiConfigProperties page,
      SwaggerUiOAuthProperties oauth,
      SwaggerWelcomeCommon welcome,
      ObjectMapperProvider json) {
    super(page, oauth, welcome, json);
  }

  @Override
  public Resource transform(
      HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
      throws IOException {
    if (!"index.html".equals(resource.getFilename())) {
      return super.transform(request, resource, chain);
    }
    String page = resource.getContentAsString(StandardCharsets.UTF_8);
    if (!page.contains(START)) {
      throw new IllegalStateException("this Swagger UI starts in another way than " + START);
    }
    return new TransformedResource(
        resource, page.replace(START, OURS + "\n    " + START).getBytes(StandardCharsets.UTF_8));
  }
}
