import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { UploadedFiles } from '../../ports/upload-store.ts';

/** Long enough for a large file over a slow line to begin; an upload that has begun is not cut off. */
const EXPIRES_IN_SECONDS = 900;

/** Bank files in the bucket of uploads. The address is signed for one key and one Content-Type; who has it may PUT, and nothing else. */
export const uploadedFiles = (client: S3Client, bucket: string): UploadedFiles => ({
  async placeFor(uploadId, contentType) {
    const put = new PutObjectCommand({ Bucket: bucket, Key: uploadId, ContentType: contentType });
    const url = await getSignedUrl(client, put, { expiresIn: EXPIRES_IN_SECONDS, signableHeaders: new Set(['content-type']) });
    return { url, headers: { 'content-type': contentType }, expiresInSeconds: EXPIRES_IN_SECONDS };
  },

  async *open(uploadId) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: uploadId }));
    if (!Body) throw new Error('an uploaded file has no body');
    yield* Body.transformToWebStream();
  },
});
