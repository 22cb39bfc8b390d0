import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * Headers of every answer. Scripts, styles and connections come from this origin alone; nothing may frame the screens.
 * `style-src-attr` is open because charts and maps set positions as attributes; it runs no code. No CORS headers at all:
 * other origins have no business here.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "no-referrer" },
    // Plain HTTP on loopback: a remembered HTTPS rule for 127.0.0.1 would lock people out.
    strictTransportSecurity: false,
    xFrameOptions: { action: "deny" },
  });
}
