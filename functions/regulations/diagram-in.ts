import type { Language, Regulation } from '../../shared/domain/regulation.ts';
import type { ApiResponse } from '../http/api-request.ts';

export const DIAGRAM_TYPES = ['image/svg+xml', 'application/bpmn+xml', 'text/vnd.mermaid'] as const;

/**
 * The process diagram in the media type that was asked for; what draws it is loaded then, a fifth of the function. A browser that
 * opens the SVG may run nothing in it.
 */
export async function diagramIn(mediaType: string, regulation: Regulation, language: Language): Promise<ApiResponse> {
  switch (mediaType) {
    case 'application/bpmn+xml': {
      const { diagramAsBpmn } = await import('../../shared/pictures/process-diagram/bpmn.ts');
      return {
        status: 200,
        text: await diagramAsBpmn(regulation, language),
        headers: { 'content-type': 'application/bpmn+xml; charset=utf-8' },
      };
    }
    case 'text/vnd.mermaid': {
      const { diagramAsMermaid } = await import('../../shared/pictures/process-diagram/mermaid.ts');
      return { status: 200, text: diagramAsMermaid(regulation, language), headers: { 'content-type': 'text/vnd.mermaid; charset=utf-8' } };
    }
    default: {
      const { diagramAsSvg } = await import('../../shared/pictures/process-diagram/svg.ts');
      return {
        status: 200,
        text: diagramAsSvg(regulation, language),
        headers: {
          'content-type': 'image/svg+xml; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        },
      };
    }
  }
}
