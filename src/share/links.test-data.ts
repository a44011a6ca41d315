import type { Link } from '.';

/** Links as people have them. None is ever taken away or changed: what was given away opens for ever. */
export const linksForEver: readonly {
  readonly made: string;
  readonly fragment: string;
  readonly opens: Link;
}[] = [
  {
    made: 'November 2026, an example as a matrix',
    fragment: 'example=three-tier-shop&view=1&form=matrix',
    opens: { kind: 'example', id: 'three-tier-shop' },
  },
  {
    made: 'November 2026, a lesson',
    fragment: 'lesson=one-client',
    opens: { kind: 'lesson', id: 'one-client' },
  },
  {
    made: 'November 2026, a workspace',
    fragment:
      'w=1.H4sIAAAAAAAAA42QzWrDMBCEX2VQr7bbEihFz1CaQKEX24e1rCTC8kpIaosxfvciJ_2DQrKn2V3mg5lZ7IWsa-GdNcroWE00WlGIG2zZTiBvMNKERHZAcui7qmHy5lWHaBxLsE4fLgyGD9XwGCvjbt_vGx4M9xLPp98uo6eGR52op0QSM5hGLdF3xaqiJ6Ul4tF5LA1Hr5VsGPCuf9FWq-RCNo2U1PGJOm1jXsn7jMCSPYDhQ9AxrkagxD648bycDlfQctwzLo93IUWJel6VxGZz94ClbVi0RS2UfYtJh6_Gfrfy08HO9VcmL2D_j1aW5d_OL9LJm8v476yibZdPDK7lFQcCAAA',
    opens: {
      kind: 'workspace',
      workspace: {
        files: [
          {
            name: 'policies.yaml',
            text: '# Only api may talk to db.\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: db, namespace: shop }\nspec:\n  podSelector: { matchLabels: { app: db } }\n  ingress:\n    - from:\n        - podSelector: { matchLabels: { app: api } }\n      ports: [{ port: 3306 }]\n',
          },
          {
            name: 'cluster.yaml',
            text: 'apiVersion: v1\nkind: Pod\nmetadata: { name: db, namespace: shop, labels: { app: db } }\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: api, namespace: shop, labels: { app: api } }\n',
          },
        ],
        active: 0,
        cni: 'spec',
        example: null,
      },
    },
  },
  {
    made: 'November 2026, a workspace under Cilium with a view',
    fragment:
      'w=1.H4sIAAAAAAAAAx3KsQ3CMBAF0FWiX18i0d4MiAV8Low5iCF2ItspUJQlEH22YIEsxAhIvPotuIKNwS3vn33T5ru9X93TxQGER0gXbk4uapmcV8mSYMng3N3LmEBY5H8ELDiGUgUrrCU48IHgwfBhCHMEQcGofVZta9Dcln6csP4AUQ6ivH0AAAA&view=1&level=pods',
    opens: {
      kind: 'workspace',
      workspace: {
        files: [
          { name: 'größe 🔒.yaml', text: 'kind: Namespace\r\n' },
          { name: 'b.json', text: '{"kind":"List"}' },
        ],
        active: 1,
        cni: 'cilium',
        example: 'three-tier-shop',
      },
    },
  },
  {
    made: 'November 2026, the text of a lesson',
    fragment: 't=1.H4sIAAAAAAAAA9PV1eUqySzJSbVS8M3MS-XS1dXl8i9IzVMoyUhVSMnPL9LjAgD5l6gRIwAAAA',
    opens: { kind: 'lesson text', text: '---\ntitle: Mine\n---\nOpen the door.\n' },
  },
];
